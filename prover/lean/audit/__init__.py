"""What a compiled file declares, read as data, compared with what was asked for, and checked by the kernel anew."""
