namespace DanVan.Petitions;

/// <summary>What is sent by a day that the law sets (gửi, thông báo).</summary>
public enum SendingKind
{
    /// <summary>The first answer to who was received, "more time is needed" among them. Luật TCD Đ28.1.</summary>
    FirstAnswer,

    /// <summary>That a denunciation was accepted; the denounced person is told the content only. Luật TC Đ29.3.</summary>
    Acceptance,

    /// <summary>The decision on a complaint. Luật KN Đ32, Đ41.1.</summary>
    Decision,

    /// <summary>The decision to suspend, stop or resume. NĐ 155/2026 Đ28b; Luật TC Đ34.4.</summary>
    SideDecision,

    /// <summary>The conclusion on a denunciation. Luật TC Đ35.3.</summary>
    Conclusion,

    /// <summary>What the action on the conclusion came to. Luật TC Đ36.3.</summary>
    ActionResult,

    /// <summary>The answer to the press or another body that forwarded a denunciation. Luật TC Đ26.2.</summary>
    ForwarderAnswer,

    /// <summary>The written notice of a dialogue. NĐ 155/2026 Đ11.</summary>
    DialogueNotice,
}

/// <summary>To whom something is sent, by role; never by name.</summary>
public enum Addressee
{
    /// <summary>Who complains, denounces, proposes or gives feedback.</summary>
    Petitioner,

    /// <summary>Who is complained about or denounced.</summary>
    Accused,

    /// <summary>The body that is above the accused.</summary>
    BodyOfTheAccused,

    /// <summary>The body that sent the petition on.</summary>
    ForwardingBody,

    /// <summary>Who resolved the denunciation.</summary>
    Resolver,

    /// <summary>The unit above.</summary>
    Superior,

    /// <summary>Another with rights or duties in the matter.</summary>
    Concerned,
}

/// <summary>Which duties there are beside the clock of the handling.</summary>
static class Duties
{
    public const string Press = "TC.PRESS";
    public const string DialogueNotice = "KN.DIALOGUE.NOTICE";
    public const string Posted = "TC.PUBLISH.POSTED";
    public const string Force = "KN.FORCE";
    public const string Limitation = "KN.LIMIT";
    public const string Appeal = "KN.APPEAL";

    /// <summary>The rules of the duty that a sending does.</summary>
    public static IReadOnlyList<string> DoneBy(SendingKind what) =>
        what switch
        {
            SendingKind.FirstAnswer => ["TCD.REPLY"],
            SendingKind.Acceptance => ["TC.ACC.NOTIFY"],
            SendingKind.Decision => ["KN.SEND1", "KN.SEND2"],
            SendingKind.SideDecision => ["KN.SUSP.SEND", "TC.SUSP.SEND"],
            SendingKind.Conclusion => ["TC.CONCL.SEND"],
            SendingKind.ActionResult => ["TC.ACTION.REPORT"],
            SendingKind.ForwarderAnswer => [Press],
            _ => [DialogueNotice],
        };

    // A first answer is given by whatever step follows the receipt, so it is no duty beside.
    static readonly HashSet<string> Beside =
    [
        .. Enum.GetValues<SendingKind>().Except([SendingKind.FirstAnswer]).SelectMany(DoneBy),
        "TC.ACTION",
        "TC.PUBLISH",
        "TCD.FWD.RESULT",
    ];

    static readonly HashSet<string> Shown = [Appeal, Limitation, Force, Posted];

    /// <summary>Whether no step of the handling does it: it is owed until it is recorded, and never suspended.</summary>
    public static bool IsBeside(string rule) => Beside.Contains(rule);

    /// <summary>Whether the unit owes it; the others are limits of the petitioner, or say from when on something may be.</summary>
    public static bool IsOwed(string rule) => !Shown.Contains(rule);
}
