"""The yardstick: a view that inserts one row and answers, behind the same middleware as everything else."""
