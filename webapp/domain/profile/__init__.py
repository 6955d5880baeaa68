"""The participant's own pages: what drives me, who can help, my job profile, my big goal."""
