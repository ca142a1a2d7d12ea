using System.Diagnostics;
using System.Net.Http.Headers;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.Journal;
using DanVan.Chassis.Operations;
using DanVan.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DanVan.Platform.Tests.Http;

/// <summary>The HTTP half of the chassis on a real Kestrel and a real PostgreSQL, with notes as its resource.</summary>
public sealed class NotesService : IAsyncLifetime
{
    public static readonly Guid Unit = Guid.Parse("019ac000-0000-7000-8000-000000000001");

    // Requests have a trace when somebody listens, as the telemetry of a service does.
    static readonly ActivityListener Traces = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    WebApplication? app;
    TestDatabase? database;

    public TestDatabase Database => database!;
    public Uri Address { get; private set; } = null!;
    public IServiceProvider Services => app!.Services;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.Create("petitions");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        ActivitySource.AddActivityListener(Traces);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Auth:Audience"] = new TestToken().Audience,
                ["Auth:Issuers:0:Issuer"] = TestTokens.Issuer,
                ["Auth:Issuers:0:JwksFile"] = TestTokens.JwksFile,
            }
        );
        builder.Services.AddSingleton(NpgsqlDataSource.Create($"{database.ConnectionString};Persist Security Info=true"));
        builder.Services.AddSingleton<OutboxSignal>().AddSingleton<AnnouncementServices>();
        builder.Services.AddMigrations(typeof(ServiceDb).Assembly).AddSingleton<Migrator>();
        builder.Services.AddDbContextPool<NotesDb>((s, o) => o.UseNpgsql(s.GetRequiredService<NpgsqlDataSource>()));
        builder.Services.AddScoped<ServiceDb>(s => s.GetRequiredService<NotesDb>());
        builder.AddHttpRules("notes").AddTokens();
        builder.Services.AddSingleton<IAnswerSeal, TurnedSeal>();
        builder.Services.AddOperations<NotesDb>().AddOperation<CountSlowly>();
        app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().Migrate(default);
        await database.Execute("create table notes (id uuid primary key, version int not null, title text not null)");
        app.UseHttpRules();
        MapNotes(app.MapResource("/api/v1/notes", "notes"));
        await app.StartAsync();
        Address = new(
            app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );
    }

    public HttpClient As(params string[] scopes) => WithToken(TestTokens.For(Unit, scopes));

    public HttpClient Writer() => As("notes.read", "notes.write");

    public HttpClient WithToken(string? token) =>
        new()
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
        };

    public Task<long> CountOf(string title) => Database.Scalar<long>("select count(*) from notes where title = $1", title);

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    static void MapNotes(Microsoft.AspNetCore.Routing.RouteGroupBuilder notes)
    {
        WriteNote.Map(notes);
        ReadNotes.Map(notes);
        RenameNote.Map(notes);
        SecretNote.Map(notes);
        Echo.Map(notes);
        CountSlowly.Map(notes);
    }
}
