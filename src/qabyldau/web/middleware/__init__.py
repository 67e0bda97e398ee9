"""What every request passes: its language, who asks, which doors are open, what the law refuses."""
