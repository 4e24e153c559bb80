"""What can be typed after `prove`, one file a command."""
