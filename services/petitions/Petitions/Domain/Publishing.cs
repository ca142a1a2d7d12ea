using DanVan.Chassis.Http;

namespace DanVan.Petitions;

/// <summary>What may be shown to the public of a petition: its resolution, and of a denunciation only once the conclusion was made public by the law (Luật TC Đ40).</summary>
public sealed partial class Petition
{
    /// <param name="visibleFrom">The first day on which it shows.</param>
    public Rejection? MayBeShown(DateOnly visibleFrom)
    {
        if (Not(PetitionState.Resolved) is { } state)
            return state;
        if (Kind is PetitionKind.ToCao && PublishedOn is null)
            return Refused.NotConcludedInPublic;
        return visibleFrom < (PublishedOn ?? ClosedOn) ? Refused.ShownBeforeItWas : null;
    }
}
