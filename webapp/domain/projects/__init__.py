"""What a project has chosen: which instruments are on, and from when until when."""
