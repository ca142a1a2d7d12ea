using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Chassis.Operations;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Import;

/// <summary>Applies a file that its dry run found in order: all of it in one transaction, or nothing. Run twice, the second run finds all in place.</summary>
internal sealed class ApplyImport(DirectoryDb db, BlobStore blobs) : IOperation
{
    public sealed record Input(string Kind, BlobRef File, DateOnly On, string LegalBasis, bool CompleteList, bool Json = false);

    public static string Kind => "unit-import";

    public async Task Run(OperationContext context, CancellationToken ct)
    {
        var input = context.InputAs<Input>();
        var terms = new ImportTerms(input.On, input.LegalBasis, input.CompleteList);
        await using var change = await db.BeginChange(ct);
        var (plan, refused) = await Importer.Plan(db, input.Kind, await Read(input.File, ct), input.Json, terms, ct);
        if (plan is null || plan.Results.Any(row => row.Outcome is RowOutcome.Problem))
        {
            context.Reject(refused ?? ChangedMeanwhile);
            return;
        }
        context.Report(0, plan.Results.Count);
        if (plan.Units is { Changes: { Count: > 0 } changes })
            await UnitWriter.Write(db, changes, ct, written => context.Report(Math.Min(written, plan.Results.Count), plan.Results.Count));
        if (plan.Mergers.Count > 0)
            await Declare(plan.Mergers, terms, ct);
        await change.Commit(ct);
        context.Report(plan.Results.Count, plan.Results.Count);
        context.Complete(plan.Report(withRows: false));
    }

    private static readonly Rejection ChangedMeanwhile = new(
        "imports.changed-meanwhile",
        "Danh mục đã thay đổi từ khi tệp được gửi; chạy thử lại để xem các dòng có vấn đề.",
        "The registry has changed since the file was sent; do a dry run again to see the rows with problems."
    );

    private async Task<byte[]> Read(BlobRef blob, CancellationToken ct)
    {
        await using var stored =
            await blobs.Open(blob, ct) ?? throw new FileNotFoundException($"The file {blob.Sha256} of an import is gone");
        using var file = new MemoryStream();
        await stored.CopyToAsync(file, ct);
        return file.ToArray();
    }

    private async Task Declare(IReadOnlyList<DeclaredMerger> mergers, ImportTerms terms, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into declared_mergers (effective_on, old_code, old_full_name, new_code, new_full_name)
            select {terms.On}, * from unnest(
                {mergers.Select(m => m.OldCode).ToArray()}, {mergers.Select(m => m.OldFullName).ToArray()},
                {mergers.Select(m => m.NewCode).ToArray()}, {mergers.Select(m => m.NewFullName).ToArray()})
            """,
            ct
        );
        var reorganisation = await db.Reorganisations.SingleOrDefaultAsync(known => known.EffectiveOn == terms.On, ct);
        if (reorganisation is null)
            db.Reorganisations.Add(
                reorganisation = new()
                {
                    Id = Guid.CreateVersion7(),
                    EffectiveOn = terms.On,
                    LegalBasis = terms.LegalBasis,
                }
            );
        reorganisation.Mergers += mergers.Count;
        db.Announce(reorganisation, new ReorganisationDeclared(reorganisation.Id, terms.On, terms.LegalBasis, reorganisation.Mergers));
        await db.SaveChangesAsync(ct);
    }
}
