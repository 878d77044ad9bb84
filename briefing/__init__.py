"""Weekly briefings from messy news pages, with every fact proven against its source."""

__version__ = "0.1.0"
