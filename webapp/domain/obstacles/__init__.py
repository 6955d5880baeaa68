"""Obstacles between organisations, and golden grains: a log about no person."""
