using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DanVan.Bench.Load;
using DanVan.Bench.Peers;
using DanVan.Cli.Local;
using DanVan.Support;
using Npgsql;

namespace DanVan.Bench.Areas;

/// <summary>
/// A petition through the gateway: token, quota, validation, Idempotency-Key, petition, sealed identity, receipt, deadline and event committed with
/// <c>synchronous_commit=on</c>; beside pgbench that does the same inserts.
/// </summary>
public static partial class IntakeArea
{
    const int Connections = 16;

    public static async Task<Figure[]> Measure(Effort effort)
    {
        await using var intake = await Intake.Start();
        var petitions = intake.Platform["petitions"].Database;
        if (
            await petitions.Scalar<string>(
                "select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')"
            ) != "ononon"
        )
            throw new InvalidOperationException("The database is not durable: no figure comes of that");
        await using var twin = await TestDatabase.Create("petitions");
        await CopySchema(petitions, twin);
        var scripts = System.IO.Directory.CreateTempSubdirectory("danvan-bench");
        var lua = Path.Combine(scripts.FullName, "petition.lua");
        var sql = Path.Combine(scripts.FullName, "petition.sql");
        await File.WriteAllTextAsync(sql, Sql);

        var address = new Uri(intake.Platform.Gateway.Address, "/api/v1/petitions");
        await Ours(effort == Effort.Full ? 45 : 15);
        var rounds = new List<Round>();
        for (var i = 0; i < effort.Rounds; i++)
            rounds.Add(new Round(await Ours(effort.Seconds), await PgBench(twin, sql, effort.Seconds)));
        scripts.Delete(recursive: true);

        var (rows, keys) = (
            await petitions.Scalar<long>("select count(*) from petitions"),
            await petitions.Scalar<long>("select count(*) from chassis.idempotency")
        );
        if (rows != keys)
            throw new InvalidOperationException($"{rows} petitions and {keys} answers are stored");
        return [new Figure("durable intake through the gateway, 16 connections", "pgbench, the same inserts", "petitions/s", rounds, 0.30)];

        async Task<double> Ours(int seconds)
        {
            await File.WriteAllTextAsync(lua, Lua(PlatformServers.UniqueSuffix()));
            return await Wrk.Rate(address, Connections, seconds, intake.Token, lua);
        }
    }

    static string Lua(string run) =>
        $$"""
            local n = 0
            wrk.headers["Content-Type"] = "application/json"
            local body = [[{{JsonSerializer.Serialize(Intake.Petition)}}]]
            request = function()
                n = n + 1
                wrk.headers["Idempotency-Key"] = "{{run}}-" .. n
                return wrk.format("POST", nil, wrk.headers, body)
            end
            """;

    /// <summary>The tables and indexes that intake writes to, empty.</summary>
    static async Task CopySchema(TestDatabase from, TestDatabase to)
    {
        var pgDump = await Tools.Find("pg_dump", "postgresql-client");
        var source = new NpgsqlConnectionStringBuilder(from.ConnectionString);
        var schema = await Shell.Run(
            pgDump,
            [
                "--schema-only",
                "--no-owner",
                "--no-comments",
                "-h",
                source.Host!,
                "-p",
                $"{source.Port}",
                "-U",
                source.Username!,
                source.Database!,
            ],
            new Dictionary<string, string> { ["PGPASSWORD"] = source.Password! }
        );
        // Extensions stand in every database already, and only the superuser may make them.
        await to.Execute(Extension().Replace(schema, ""));
    }

    static async Task<double> PgBench(TestDatabase database, string script, int seconds)
    {
        var pgbench = await Tools.Find("pgbench", "postgresql-contrib");
        var target = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var output = await Shell.Run(
            pgbench,
            [
                "-n",
                "-M",
                "prepared",
                "-c",
                $"{Connections}",
                "-j",
                "2",
                "-T",
                $"{seconds}",
                "-f",
                script,
                "-h",
                target.Host!,
                "-p",
                $"{target.Port}",
                "-U",
                target.Username!,
                target.Database!,
            ],
            new Dictionary<string, string> { ["PGPASSWORD"] = target.Password! }
        );
        return double.Parse(Tps().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    const string Sql = """
        \set n random(1, 2000000000)
        select gen_random_uuid() as petition \gset
        BEGIN;
        insert into petitions (id, version, unit_id, kind, channel, field, received_on, summary, remote_area, petitioner_type, state, due_on, in_time, complexity, extensions, case_id)
            values (:petition, 1, '00000000-0000-7000-8000-000000000001', 'KHIEU_NAI', 'BUU_CHINH', 'HANH_CHINH', '2026-07-10',
                'Đề nghị xem xét lại quyết định thu hồi đất làm đường liên xã, vì diện tích đo đạc không đúng với giấy chứng nhận đã cấp.', false, 'INDIVIDUAL', 'RECEIVED', '2026-07-21', true, '{}', 0, :petition);
        insert into cases (id, leading_id, opened_on) values (:petition, :petition, '2026-07-10');
        insert into deadlines (id, petition_id, rule, article, count, unit, start, statutory, due, skipped, calendar_version, superseded)
            values (gen_random_uuid(), :petition, 'KN.ACC', 'Luật 136/2025/QH15 Đ2.15b', 7, 'W', '2026-07-10', '2026-07-21', '2026-07-21', '[]', 1, false);
        insert into sealed_identities (id, petition_id, key_id, wrapped_key, type, full_name, address)
            values (gen_random_uuid(), :petition, 'v1', decode(repeat('ab', 60), 'hex'), 'INDIVIDUAL', decode(repeat('ab', 48), 'hex'), decode(repeat('ab', 56), 'hex'));
        insert into petitioner_keys (petition_id, same, key)
            values (:petition, 'ADDRESS', sha256(convert_to('address ' || :petition, 'UTF8')));
        insert into receipts (petition_id, key_id, code_hash, pin_hash)
            values (:petition, 'v1', sha256(convert_to(:petition, 'UTF8')), decode(repeat('ab', 32), 'hex'));
        insert into chassis.outbox (id, type, subject, version, unit, time, actor, data, traceparent)
            values (gen_random_uuid(), 'vn.danvan.petitions.petition-received.v1', 'petition/' || :petition::text, 1, '00000000-0000-7000-8000-000000000001', now(), 'test-client',
                '{"petitionId":"00000000-0000-7000-8000-000000000001","kind":"KHIEU_NAI","channel":"BUU_CHINH","field":"HANH_CHINH","receivedOn":"2026-07-10","dueOn":"2026-07-21"}',
                '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');
        insert into chassis.idempotency (client, key, fingerprint, status, headers, body)
            values ('test-client', :petition, decode(repeat('ab', 32), 'hex'), 201, '{"Location":"/api/v1/petitions/x"}', decode(repeat('ab', 900), 'hex'));
        COMMIT;
        """;

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();

    [GeneratedRegex(
        @"^\\\w.*$|^CREATE EXTENSION[^;]*;|^CREATE SCHEMA public;|^SELECT pg_catalog.set_config\('search_path'[^;]*;",
        RegexOptions.Multiline
    )]
    private static partial Regex Extension();
}
