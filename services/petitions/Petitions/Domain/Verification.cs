namespace DanVan.Petitions;

/// <summary>What a petition means for an award to whom it is about: no award while it is being verified (NĐ 98/2023 Đ4.4, NĐ 152/2025 Đ4.4).</summary>
public sealed partial class Petition
{
    /// <summary>
    /// Being verified (đang được xác minh): accepted and not ended; a denunciation that the superior took over after its acceptance too. What was only
    /// received is not.
    /// </summary>
    public bool IsBeingVerified =>
        Kind is PetitionKind.KhieuNai or PetitionKind.ToCao
        && (
            State is PetitionState.Accepted or PetitionState.Suspended
            || State is PetitionState.Received && deadlines.Exists(d => d.Rule == Resolution)
        );

    /// <summary>A denunciation proved right, and it is still to be acted on: discipline is being considered (Luật TC Đ36.1).</summary>
    public bool AwaitsDiscipline => Kind is PetitionKind.ToCao && WasRight && AfterTheConclusion(Action) is { IsOpen: true };

    /// <summary>A complaint or denunciation proved right, at least in part, on that day or later.</summary>
    public bool ProvedRightSince(DateOnly day) => Kind is PetitionKind.KhieuNai or PetitionKind.ToCao && WasRight && ClosedOn >= day;

    bool WasRight => State is PetitionState.Resolved && Outcome is (Petitions.Outcome.Dung or Petitions.Outcome.DungMotPhan);
}
