"""Pages and API for any WSGI server."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

from qabyldau import likeness

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qabyldau.config.settings")
application = get_wsgi_application()
# Beside the start, not before it: pages answer meanwhile, and the first search finds everything read.
Thread(target=likeness.warm, name="likeness", daemon=True).start()
