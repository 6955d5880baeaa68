"""The one gate between staff and a person's record."""
