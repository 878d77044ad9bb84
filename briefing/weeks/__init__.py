"""From many articles to one period: merge, follow promises, audit, compose."""
