"""Addresses of reporting, spliced into those of the workplace."""

from django.urls import path

from qabyldau.web.reporting import compliance, files, lab, pack, quarter, quarters, rows

urlpatterns = [
    path("reports/", quarters.quarters_page, name="reports"),
    path("reports/<slug:quarter>/", quarter.quarter_page, name="reports_quarter"),
    path("reports/<slug:quarter>/freeze/", quarter.freeze, name="reports_freeze"),
    path("reports/<slug:quarter>/sent/", quarter.sent, name="reports_sent"),
    path("reports/<slug:quarter>/rows/", rows.rows, name="reports_rows"),
    path("reports/<slug:quarter>/<slug:spoken>/<slug:form>/", files.file, name="reports_file"),
    path("compliance/", compliance.compliance_page, name="compliance"),
    path("compliance/<slug:number>/", compliance.clause, name="compliance_clause"),
    path("lab/", lab.lab_page, name="lab"),
    path("days/<int:day_id>/analysis/", pack.analysis, name="days_analysis"),
]
