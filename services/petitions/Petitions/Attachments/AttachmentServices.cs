using DanVan.Chassis.Blobs;
using DanVan.Files;
using DanVan.Files.Storing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Attachments;

public static class AttachmentServices
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services
            .AddFiles<AttachmentOptions>("Attachments")
            .Validate<IOptions<BlobOptions>>(
                (attachments, blobs) => Pieces.SealedLength(attachments.LongestOfAll) <= blobs.Value.MaxLength,
                "Attachments:Longest takes files that are longer than Blobs:MaxLength lets be stored."
            );
        return services
            .AddSingleton<AttachmentVault>()
            .AddSingleton<FileIntake>()
            .AddScoped<AttachmentBook>()
            .AddHostedService<SweepAttachments>();
    }

    public static void MapAttachments(this WebApplication app, RouteGroupBuilder petitions)
    {
        var limits = app.Services.GetRequiredService<IOptions<AttachmentOptions>>().Value;
        AddAttachment.Map(petitions, limits);
        ListAttachments.Map(petitions);
        RedactAttachment.Map(petitions, limits);
        ReadRedaction.Map(petitions, limits);
        ReadOriginal.Map(petitions, limits);
    }

    internal static void MapAttachments(this ModelBuilder model)
    {
        var attachment = model.Entity<Attachment>();
        attachment.ToTable("attachments").Ignore(a => a.Original).Ignore(a => a.Redaction);
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.HasOne<Petition>().WithMany().HasForeignKey(a => a.PetitionId); // A new petition is written before what came along with it.
        attachment.HasMany(a => a.Files).WithOne().HasForeignKey(f => f.AttachmentId);
        attachment.Navigation(a => a.Files).UsePropertyAccessMode(PropertyAccessMode.Field);
        var file = model.Entity<SealedFile>();
        file.ToTable("sealed_files").Ignore(f => f.Blob);
        file.Property(f => f.Id).ValueGeneratedNever();
        // The former file goes before the new one comes.
        file.HasIndex(f => new { f.AttachmentId, f.Redacted }).IsUnique();
        model.HasUnusedBlobs();
    }
}
