-- Whoever adds a collection up anew reads all of it. Of one that was filled a moment ago the planner knows nothing yet, takes it for a handful of rows and would look
-- up a million of them one by one.
alter function figures_anew(int) set enable_nestloop = off;
alter function rebuild_figures(int) set enable_nestloop = off;
