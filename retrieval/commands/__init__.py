"""What can be typed after `retrieve`, one file a command, each with a function `run`."""
