"""Addresses of the press, spliced into the workplace; and those of the public site."""

from django.urls import path

from qabyldau.web.press import news, pages

urlpatterns = [
    path("press/", pages.press, name="press"),
    path("press/days/<int:day_id>/<slug:press_kind>/", pages.draft, name="press_draft"),
    path("press/<int:item_id>/", pages.item, name="press_item"),
    path("press/<int:item_id>/publish/", pages.publish, name="press_publish"),
    path("press/<int:item_id>/consent/", pages.consent, name="press_consent"),
    path("press/<int:item_id>/ask/", pages.ask, name="press_ask"),
    path("press/<int:item_id>/take-down/", pages.take_down, name="press_take_down"),
    path("press/<int:item_id>/<int:issued_id>.<slug:form>", pages.paper, name="press_paper"),
]
public = [
    path("news/", news.news, name="news"),
    path("news/<int:item_id>/", news.article, name="news_article"),
]
