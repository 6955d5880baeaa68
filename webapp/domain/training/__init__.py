"""Work training: tasks to choose from and wish for, what was done, energy, and the support."""
