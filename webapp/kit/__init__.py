"""What every door needs from the web."""
