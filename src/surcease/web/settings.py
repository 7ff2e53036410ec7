"""Django's settings. What differs between machines comes from `store` and `serving`."""

from __future__ import annotations

from pathlib import Path

from django.utils.csp import CSP

from surcease.web import logs, serving
from surcease.web.static_files import fingerprint
from surcease.web.store import database, place

_HERE = Path(__file__).parent
_YEAR_SECONDS = 365 * 24 * 3600

DEBUG = False
SECRET_KEY = place.cookie_key()
ALLOWED_HOSTS = serving.allowed_hosts()
ROOT_URLCONF = "surcease.web.urls"
WSGI_APPLICATION = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database.settings(place.database())}

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "surcease.web.access",
    "surcease.web.record",
    "surcease.web.store",
    "surcease.web.log",
    "surcease.web.results",
    "surcease.web.see",
    "surcease.web.exchange",
    "surcease.web.reports",
    "surcease.web.people",
    "surcease.web.offline",
]

MIDDLEWARE = [
    "surcease.web.access.headers.set_headers",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "surcease.web.access.origin.refuse_other_hosts",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "surcease.web.access.origin.refuse_other_sites",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "surcease.web.access.gate.Gate",
    "surcease.web.store.trouble.StoreTrouble",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "surcease.web.store.nudge.backup",
            ],
        },
    },
]

STATICFILES_DIRS = [_HERE / "static"]
STATIC_URL = f"/static/{fingerprint()}/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = _YEAR_SECONDS  # the fingerprint in the address changes with the files

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [_HERE / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_AGE = _YEAR_SECONDS
SESSION_COOKIE_NAME = "surcease_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = serving.behind_https()
CSRF_COOKIE_NAME = "surcease_csrf"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = serving.behind_https()

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
# Not "no-referrer": with that Chromium sends a form's origin as "null", and CSRF refuses it.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = _YEAR_SECONDS if serving.behind_https() else 0
X_FRAME_OPTIONS = "DENY"

CSRF_FAILURE_VIEW = "surcease.web.problem.csrf_failed"
LOGGING = logs.SETTINGS

PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
