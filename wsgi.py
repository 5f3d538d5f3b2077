"""The application for any WSGI server: ``gunicorn wsgi:app``."""

from web import create_app

app = create_app()
