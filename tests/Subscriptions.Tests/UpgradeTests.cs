using DanVan.Support;

namespace DanVan.Subscriptions.Tests;

/// <summary>What an earlier version left in the database.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task Denunciations_recorded_before_they_were_restricted_leave_feed_log_and_catalogue()
    {
        await using var service = await ServiceProcess.Start("subscriptions");
        await service.Stop();
        await service.Database.Execute(
            """
            delete from chassis.migrations where name = 'Subscriptions/0003-restricted';
            insert into subscriptions (id, version, unit_id, url, types, state, secret, starts_after, created_at)
            values ('01980000-0000-7000-8000-000000000001', 1, '01980000-0000-7000-8000-000000000002', 'https://example.org', '{}', 'ACTIVE', '', 0, now());
            insert into feed (position, event_id, type, source, time, event)
            select i, ('01980000-0000-7000-8000-00000000010' || i)::uuid, 'vn.danvan.petitions.' || name || '.v1', '/danvan/petitions', now(),
                json_build_object('data', json_build_object('kind', kind))::text
            from (values (1, 'petition-received', 'KHIEU_NAI'), (2, 'petition-received', 'TO_CAO'), (3, 'petition-forwarded', 'TO_CAO')) e (i, name, kind);
            insert into deliveries (id, subscription_id, event_id, type, attempt, at, milliseconds)
            select event_id, '01980000-0000-7000-8000-000000000001', event_id, type, 1, now(), 1 from feed;
            insert into event_types (type, source, first_seen, last_seen, events) select type, min(source), now(), now(), count(*) from feed group by type;
            update feed_head set position = 3;
            """
        );

        await service.Run("migrate");

        Assert.Equal("1", await Of("select string_agg(position::text, ',') from feed"));
        Assert.Equal("1", await Of("select count(*)::text from deliveries"));
        Assert.Equal(
            "vn.danvan.petitions.petition-received.v1 1",
            await Of("select string_agg(type || ' ' || events, ',') from event_types")
        );
        Assert.Equal("3", await Of("select position::text from feed_head"));

        Task<string> Of(string sql) => service.Database.Scalar<string>(sql);
    }
}
