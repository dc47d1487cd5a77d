"""What several checks share: counting, running roadbook, and reading what it made."""
