"""`make bench`: what a registration costs, beside the least a durable write costs on the same server."""
