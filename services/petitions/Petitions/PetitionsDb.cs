using System.Text.Json;
using System.Text.Json.Serialization;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Documents;
using DanVan.Petitions.Attachments;
using DanVan.Petitions.Clearances;
using DanVan.Petitions.CoHandling;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.FollowUps;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Letters;
using DanVan.Petitions.Open311;
using DanVan.Petitions.Publicity;
using DanVan.Petitions.Questions;
using DanVan.Petitions.Ratings;
using DanVan.Petitions.Receipts;
using DanVan.Petitions.Receptions;
using DanVan.Petitions.Respondents;
using DanVan.Petitions.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DanVan.Petitions;

public sealed class PetitionsDb(DbContextOptions<PetitionsDb> options) : ServiceDb(options)
{
    public DbSet<Petition> Petitions => Set<Petition>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<PetitionerKey> PetitionerKeys => Set<PetitionerKey>();
    public DbSet<SealedIdentity> SealedIdentities => Set<SealedIdentity>();
    public DbSet<SealedSignatory> SealedSignatories => Set<SealedSignatory>();
    public DbSet<Reception> Receptions => Set<Reception>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<IdentityGrant> IdentityGrants => Set<IdentityGrant>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<CoHandler> CoHandlers => Set<CoHandler>();
    public DbSet<Incoming> Incoming => Set<Incoming>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<KnownPerson> People => Set<KnownPerson>();
    public DbSet<Respondent> Respondents => Set<Respondent>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<Clearance> Clearances => Set<Clearance>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<IntakeKey> IntakeKeys => Set<IntakeKey>();
    public DbSet<PublicRequest> PublicRequests => Set<PublicRequest>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<QuarterFigures> QuarterFigures => Set<QuarterFigures>();

    /// <summary>The petition with its deadlines, when the caller may know of it.</summary>
    public Task<Petition?> Find(Guid id, Caller caller, CancellationToken ct) =>
        Petitions.KnownTo(caller, this).Include(p => p.Deadlines).SingleOrDefaultAsync(p => p.Id == id, ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapKnownPeople();
        modelBuilder.Entity<Respondent>().Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<Hold>().Property(h => h.Id).ValueGeneratedNever();
        modelBuilder.Entity<Clearance>().Property(c => c.Id).ValueGeneratedNever();
        modelBuilder.AddStatistics();
        var petition = modelBuilder.Entity<Petition>();
        petition.Ignore(p => p.Current).Ignore(p => p.SuspendedOn).Ignore(p => p.ActedOn).Ignore(p => p.PublishedOn);
        petition.Property(p => p.Id).ValueGeneratedNever();
        modelBuilder
            .Entity<PetitionerKey>()
            .HasKey(k => new
            {
                k.PetitionId,
                k.Same,
                k.Key,
            });
        modelBuilder.Entity<Case>().Property(c => c.Id).ValueGeneratedNever();
        petition.HasMany(p => p.Deadlines).WithOne().HasForeignKey(d => d.PetitionId);
        petition.Navigation(p => p.Deadlines).UsePropertyAccessMode(PropertyAccessMode.Field);
        AsTexts(petition.Property(p => p.Complexity));

        AsJson(petition.Property(p => p.Withdrawals));
        AsJson(petition.Property(p => p.Sendings));
        AsJson(petition.Property(p => p.Dialogues));
        AsJson(petition.Property(p => p.HandOvers));
        AsJson(petition.Property(p => p.Reopenings));

        var deadline = modelBuilder.Entity<Deadline>();
        deadline.ToTable("deadlines");
        deadline.Property(d => d.Id).ValueGeneratedNever();
        deadline.Ignore(d => d.IsOpen).Ignore(d => d.IsRunning).Ignore(d => d.InTime);
        AsJson(deadline.Property(d => d.Skipped));
        AsJson(deadline.Property(d => d.Pauses));

        var followUp = modelBuilder.Entity<FollowUp>();
        followUp.Property(f => f.Id).ValueGeneratedNever();
        followUp.HasOne<Petition>().WithMany().HasForeignKey(f => f.EnteredAs);
        AsJson(followUp.Property(f => f.Reminders));
        var coHandler = modelBuilder.Entity<CoHandler>();
        coHandler.Property(c => c.Id).ValueGeneratedNever();
        coHandler.Ignore(c => c.InTime);
        modelBuilder.Entity<Incoming>().ToView("incoming").HasNoKey();

        var reception = modelBuilder.Entity<Reception>();
        reception.Property(r => r.Id).ValueGeneratedNever();
        reception.Ignore(r => r.PostedInTime);
        AsJson(reception.Property(r => r.Sites));
        var visit = modelBuilder.Entity<Visit>();
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Ignore(v => v.IsGroup);
        modelBuilder.Entity<IdentityGrant>().Property(g => g.Id).ValueGeneratedNever();
        modelBuilder.Entity<SealedIdentity>().Property(s => s.Id).ValueGeneratedNever();
        modelBuilder.Entity<SealedSignatory>().Property(s => s.Id).ValueGeneratedNever();
        modelBuilder.Entity<Receipt>().HasKey(r => r.PetitionId);
        modelBuilder.Entity<Rating>().HasKey(r => r.PetitionId);
        modelBuilder.Entity<Question>().Property(q => q.Id).ValueGeneratedNever();
        var letter = modelBuilder.Entity<Letter>();
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter
            .Property(l => l.Document)
            .HasColumnType("json")
            .HasConversion(
                document => JsonSerializer.Serialize(document, Json),
                text => JsonSerializer.Deserialize<OfficialDocument>(text, Json)!
            );
        modelBuilder.Entity<Question>().Property(q => q.Text).HasColumnName("question");
        modelBuilder.MapAttachments();
        modelBuilder.Entity<IntakeKey>().Property(k => k.Id).ValueGeneratedNever();
        var request = modelBuilder.Entity<PublicRequest>();
        request.HasKey(r => r.PetitionId);
        AsTexts(request.Property(r => r.HeldFor));
        modelBuilder.Entity<Publication>().Property(p => p.Id).ValueGeneratedNever();
        var figures = modelBuilder.Entity<QuarterFigures>();
        figures.ToTable("public_statistics").HasKey(f => new { f.Year, f.Quarter });
        AsJson(figures.Property(f => f.Units));
    }

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>Codes, as an array of their names.</summary>
    static void AsTexts<T>(PropertyBuilder<IReadOnlyList<T>> property)
        where T : struct, Enum =>
        property
            .HasColumnType("text[]")
            .HasConversion(
                codes => Texts(codes),
                texts => Codes<T>(texts),
                new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), codes => codes.Count)
            );

    // Methods, because a delegate inside an expression is made anew for every row.
    static string[] Texts<T>(IReadOnlyList<T> codes)
        where T : struct, Enum => [.. codes.Select(EnumNames.Of)];

    static T[] Codes<T>(string[] texts)
        where T : struct, Enum => Array.ConvertAll(texts, EnumNames.Parse<T>);

    /// <summary>A list that is written once, as one JSON document.</summary>
    static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property) =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                items => JsonSerializer.Serialize(items, Json),
                text => JsonSerializer.Deserialize<List<T>>(text, Json)!,
                new ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), items => items.Count)
            );
}
