using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Questions;
using DanVan.Petitions.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Receipts;

/// <summary>Puts together what the holder of a receipt is told.</summary>
public sealed class StatusPage(
    PetitionsDb db,
    DeadlineEngine deadlines,
    RuleTable rules,
    UnitTree tree,
    QuestionVault vault,
    IOptions<ReceiptOptions> options,
    TimeProvider clock
)
{
    public async Task<StatusView> Of(Petition petition, CancellationToken ct)
    {
        var history = await db.HistoryOf(petition, ct);
        var onward = await db.Onward(petition, ct);
        List<Guid> asking = [petition.Id, .. onward.Select(p => p.Id)];
        var questions = await db.Questions.AsNoTracking().Where(q => asking.Contains(q.PetitionId)).OrderBy(q => q.Id).ToListAsync(ct);
        var rating = await db.Ratings.AsNoTracking().SingleOrDefaultAsync(r => r.PetitionId == petition.Id, ct);
        return new(
            petition.Kind,
            PlainWords.Of(petition.Kind),
            petition.State,
            PlainWords.Of(petition.State, petition.Outcome),
            petition.ReceivedOn,
            NameOf(petition.UnitId),
            PlainWords.NextOf(petition, NameOf(petition.ToUnitId), deadlines, rules),
            [
                .. onward.Select(p => new OnwardView(
                    NameOf(p.UnitId),
                    p.ReceivedOn,
                    p.State,
                    PlainWords.Of(p.State, p.Outcome),
                    PlainWords.NextOf(p, NameOf(p.ToUnitId), deadlines, rules, elsewhere: true)
                )),
            ],
            [.. history.Select(PlainWords.StepOf).OfType<PastStep>()],
            [.. questions.Select(vault.Open).Select(q => new AskedView(q.Id, q.Question, q.AskedOn, q.AnswerBy, q.AnsweredOn))],
            petition.RatableUntil(options.Value.RatingDays) is { } until ? new(until, rating?.Stars) : null
        );
    }

    string? NameOf(Guid? unit) => unit is { } id ? tree.FindOrLast(id, clock.Today())?.FullName : null;
}
