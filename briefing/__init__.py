"""Weekly briefings from messy news pages, with every fact proven against its source."""
