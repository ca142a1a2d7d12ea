namespace DanVan.Conferences.Statistics;

/// <summary>Counts what the records of some conferences name, each by one statement over their JSON and their people.</summary>
sealed class NamedCounts(ConferencesDb db, Guid[] conferences, CancellationToken ct)
{
    public Task<List<Named>> BridgeSites() =>
        db
            .Database.SqlQuery<Named>(
                $"""
                select (site ->> 'unitId')::uuid as "Id", min(site ->> 'name') as "Name", array_agg(distinct c.id) as "Conferences"
                from conferences c, jsonb_array_elements(c.record -> 'sites') site where c.id = any({conferences})
                group by (site ->> 'unitId')::uuid, coalesce(site ->> 'unitId', lower(site ->> 'name'))
                order by count(*) desc, 2 limit 500
                """
            )
            .ToListAsync(ct);

    /// <summary>Only where there is a centre apart from the sites: in person, the chair's place is the room.</summary>
    public Task<List<Guid>> CentralChairStated() =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                select distinct p.conference_id as "Value" from participations p join conferences c on c.id = p.conference_id
                where c.id = any({conferences}) and c.mode <> 'IN_PERSON' and p.site is null and p.roles && array['CHAIR', 'CO_CHAIR']
                """
            )
            .ToListAsync(ct);

    public Task<List<Named>> PeopleInSeveral() =>
        db
            .Database.SqlQuery<Named>(
                $"""
                select person.id as "Id", coalesce(person.name, min(p.name_as_printed)) as "Name", array_agg(distinct p.conference_id) as "Conferences"
                from participations p join directory.people person on person.id = p.person_id where p.conference_id = any({conferences})
                group by person.id having count(distinct p.conference_id) >= 2
                order by count(distinct p.conference_id) desc, 2 limit 500
                """
            )
            .ToListAsync(ct);

    public Task<List<ThemeOfYear>> Themes() =>
        db
            .Database.SqlQuery<ThemeOfYear>(
                $"""
                select (named ->> 'year')::integer as "Year", theme.id as "Id", coalesce(theme.name, min(named ->> 'asPrinted')) as "Name",
                    array_agg(distinct c.id) as "Conferences"
                from conferences c, jsonb_array_elements(c.record -> 'themes') named
                left join themes theme on theme.id = (named ->> 'themeId')::uuid where c.id = any({conferences})
                group by (named ->> 'year')::integer, theme.id, coalesce(theme.id::text, lower(named ->> 'asPrinted'))
                order by 1, count(*) desc limit 500
                """
            )
            .ToListAsync(ct);

    public Task<List<Named>> Models() =>
        db
            .Database.SqlQuery<Named>(
                $"""
                select (model ->> 'modelId')::uuid as "Id", min(model ->> 'name') as "Name", array_agg(distinct c.id) as "Conferences"
                from conferences c, jsonb_array_elements(c.record -> 'models') model where c.id = any({conferences})
                group by (model ->> 'modelId')::uuid, coalesce(model ->> 'modelId', lower(model ->> 'name'))
                order by count(*) desc, 2 limit 500
                """
            )
            .ToListAsync(ct);

    public Task<List<Counted>> OversightPlans() =>
        db
            .Database.SqlQuery<Counted>(
                $"""
                select kind as "Code", count(*)::integer as "Count" from oversight_plans
                where conference_id = any({conferences}) group by kind order by 2 desc, 1
                """
            )
            .ToListAsync(ct);

    public Task<List<Named>> Topics() =>
        db
            .Database.SqlQuery<Named>(
                $"""
                select null::uuid as "Id", topic as "Name", array_agg(distinct c.id) as "Conferences"
                from conferences c, unnest(c.topics) topic where c.id = any({conferences})
                group by topic order by count(*) desc, 2 limit 500
                """
            )
            .ToListAsync(ct);

    public Task<AwardsHandedOver> Awards() =>
        db
            .Database.SqlQuery<AwardsHandedOver>(
                $"""
                select count(*)::integer as "Decisions", sum(declared_collectives)::integer as "DeclaredCollectives",
                    sum(declared_individuals)::integer as "DeclaredIndividuals", coalesce(sum(entered_recipients), 0)::integer as "EnteredRecipients"
                from ceremony_awards where conference_id = any({conferences})
                """
            )
            .SingleAsync(ct);
}
