"""gongkai: a government's YAML catalogue as a searchable public-disclosure site."""

__version__ = "0.1.0"
