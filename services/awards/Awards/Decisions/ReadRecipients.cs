namespace DanVan.Awards.Decisions;

/// <summary>The list of a decision, by name. An empty page of an UNNAMED decision says that the list is not known.</summary>
public static class ReadRecipients
{
    public sealed record RecipientView(
        Guid Id,
        RecipientKind Kind,
        string Name,
        Guid? UnitId,
        string? Position,
        string? OtherAchievement,
        bool Revoked,
        Guid? PersonId
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/decisions/{id:guid}/recipients", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Danh sách được khen thưởng / Recipients of a decision");

    static async Task<Results<Ok<Page<RecipientView>>, NotFound>> Handle(
        Guid id,
        [AsParameters] PageRequest page,
        AwardsDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!await db.VisibleDecisions(caller).AnyAsync(decision => decision.Id == id, ct))
            return TypedResults.NotFound();
        var recipients = db.Recipients.Where(recipient => recipient.AwardDecisionId == id);
        return TypedResults.Ok(await recipients.ToPage(page, recipient => recipient.Id, ToView, ct));
    }

    static RecipientView ToView(Recipient recipient) =>
        new(
            recipient.Id,
            recipient.Kind,
            recipient.Name,
            recipient.UnitId,
            recipient.Position,
            recipient.OtherAchievement,
            recipient.RevocationId is not null,
            recipient.PersonId
        );
}
