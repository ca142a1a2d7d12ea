using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Movements;

/// <summary>Launches a movement: its name, theme, period, criteria and who takes part.</summary>
public static class LaunchMovement
{
    public sealed record Request(
        Guid UnitId,
        [Text(300)] string Name,
        MovementScope Scope,
        DateOnly StartsOn,
        DateOnly? EndsOn,
        [Text(300)] string? Theme,
        [Text(4000)] string? Criteria,
        Guid? Id
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/movements", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Phát động phong trào thi đua / Launch a movement")
            .WithDescription(
                "Id do người gọi chọn thì gửi lại cùng nội dung sẽ nhận lại phong trào đã có. / With an id of your own, sending it again is harmless."
            )
            .WithExample(
                new Request(
                    RootUnit.Id,
                    "Dân vận khéo",
                    MovementScope.Country,
                    new(2025, 1, 1),
                    new(2025, 12, 31),
                    "Dân vận khéo năm 2025",
                    "Cách làm sáng tạo, hiệu quả thiết thực, có sức lan tỏa",
                    Id: null
                )
            );

    static async Task<Results<Created<MovementView>, Ok<MovementView>, ProblemHttpResult>> Handle(
        Request request,
        AwardsDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!caller.ActsFor(request.UnitId, request.StartsOn, tree))
            return Refused.UnknownUnit("unitId").ToProblem();
        if (request.EndsOn < request.StartsOn)
            return Problems.Invalid("endsOn", "Ngày kết thúc không được trước ngày bắt đầu.", "The end is not before the start.");
        var digest = EntryDigest.Of(request);
        if (request.Id is { } id && await db.Movements.FindAsync([id], ct) is { } entered)
            return entered.EntryDigest.SequenceEqual(digest) ? TypedResults.Ok(entered.ToView()) : EntryDigest.IdTaken.ToProblem();

        var movement = new Movement
        {
            Id = request.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = request.UnitId,
            Name = request.Name,
            Theme = request.Theme,
            Scope = request.Scope,
            StartsOn = request.StartsOn,
            EndsOn = request.EndsOn,
            Criteria = request.Criteria,
            EntryDigest = digest,
        };
        db.Add(movement);
        db.Announce(
            movement,
            new MovementLaunched(
                movement.Id,
                movement.UnitId,
                movement.Name,
                movement.Theme,
                EnumNames.Of(movement.Scope),
                movement.StartsOn,
                movement.EndsOn
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/awards/movements/{movement.Id}", movement.ToView());
    }
}
