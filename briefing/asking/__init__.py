"""Asking a model: what it is told, what its answers are worth, what they cost."""
