"""Instructions on control: the board, one instruction, the executor's own page, the akim's page."""
