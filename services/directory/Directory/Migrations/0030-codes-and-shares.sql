-- Codes of several schemes at once, parts of a split unit, and names as people write them.

-- Codes besides the first, written QD20:H20.1; hardly any unit has one, so the index holds only those that do.
alter table unit_periods add column further_codes text[] not null default '{}';
create index unit_periods_by_further_codes on unit_periods using gin (further_codes) where further_codes <> '{}';

-- The part of a predecessor that came over, of 1; null: whole, or not told.
alter table unit_predecessors add column share numeric check (share > 0 and share < 1);

-- A name without its kind, as it is looked for: "cao lanh" of the district Cao Lãnh, the ward Cao Lãnh …
create index unit_periods_by_bare_name on unit_periods (fold(name));
