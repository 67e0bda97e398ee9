"""Messages that must leave the building, kept until somebody takes them."""
