"""How messages fare on their way out: for whoever answers for them, and for whoever keeps the channels."""
