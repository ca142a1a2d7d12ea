using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions.Receptions;

static class RefusedReception
{
    public static readonly Rejection NotOnlineYet = new(
        "petitions.no-online-reception-yet",
        "Tiếp công dân trực tuyến chỉ có từ ngày 01/07/2026 (Luật Tiếp công dân Đ3a).",
        "Online reception exists only since 01/07/2026 (Luật Tiếp công dân Đ3a).",
        Field: "online"
    );

    public static readonly Rejection NoSites = new(
        "petitions.no-sites",
        "Buổi tiếp trực tuyến phải có ít nhất một điểm cầu.",
        "An online session connects at least one site.",
        400,
        "online.sites"
    );

    public static readonly Rejection NotRecorded = new(
        "petitions.not-recorded",
        "Buổi tiếp trực tuyến phải được ghi âm, ghi hình (NĐ 154/2026 Đ24).",
        "An online session must be recorded (NĐ 154/2026 Đ24).",
        Field: "recorded"
    );

    public static readonly Rejection ProtectedOnline = new(
        "petitions.protected-denunciation-online",
        "Tố cáo chỉ được tiếp trực tuyến khi người tố cáo không yêu cầu giữ bí mật thông tin (NĐ 154/2026 Đ20.4).",
        "A denunciation is heard online only if the denouncer does not ask for protection of identity (NĐ 154/2026 Đ20.4).",
        Field: "askedForProtection"
    );

    public static readonly Rejection GroundForRefusalsOnly = new(
        "petitions.ground-for-refusals-only",
        "Từ chối tiếp phải có căn cứ, và chỉ từ chối mới có căn cứ (Luật Tiếp công dân Đ9).",
        "Who is turned away is told on which ground, and nobody else has one (Luật Tiếp công dân Đ9).",
        400,
        "ground"
    );

    public static readonly Rejection PetitionForReceivedOnly = new(
        "petitions.petition-for-received-only",
        "Tiếp nhận đơn thì phải nêu đơn đã vào sổ, và chỉ khi đó (petitionId).",
        "Where a petition was received it is named, and only there (petitionId).",
        400,
        "petitionId"
    );

    public static readonly Rejection UnknownPetition = new(
        "petitions.unknown-petition",
        "Không có đơn này trong sổ của đơn vị.",
        "There is no such petition in the book of the unit.",
        400,
        "petitionId"
    );

    public static readonly Rejection PeriodTooLong = new(
        "petitions.period-too-long",
        "Khoảng thời gian phải từ 1 đến 366 ngày.",
        "The period is from 1 to 366 days.",
        400,
        "to"
    );

    public static Rejection UnknownGround =>
        new(
            "petitions.unknown-ground",
            $"Căn cứ phải là một trong: {string.Join(", ", RefusalGrounds.All.Select(g => g.Code))}.",
            $"The ground must be one of: {string.Join(", ", RefusalGrounds.All.Select(g => g.Code))}.",
            400,
            "ground"
        );

    public static Rejection AfterTheSession(string field) =>
        new("petitions.after-the-session", "Ngày này không được sau buổi tiếp.", "This day may not be after the session.", 400, field);

    public static Rejection NotifiedTooLate(DateOnly by) =>
        new(
            "petitions.notified-too-late",
            $"Buổi tiếp trực tuyến phải được thông báo trước ít nhất 5 ngày làm việc, chậm nhất ngày {Explanations.Day(by)} (NĐ 154/2026 Đ23).",
            $"An online session is notified at least 5 working days before, on {Explanations.Day(by)} at the latest (NĐ 154/2026 Đ23).",
            Field: "online.notifiedOn"
        );

    public static Rejection TestedTooLate(DateOnly by) =>
        new(
            "petitions.tested-too-late",
            $"Đường truyền phải được kiểm tra trước ít nhất 1 ngày làm việc, chậm nhất ngày {Explanations.Day(by)} (NĐ 154/2026 Đ23).",
            $"The connection is tested at least 1 working day before, on {Explanations.Day(by)} at the latest (NĐ 154/2026 Đ23).",
            Field: "testedOn"
        );

    public static Rejection InState(ReceptionState state) =>
        new(
            "petitions.wrong-state",
            $"Buổi tiếp đang ở trạng thái {EnumNames.Of(state)}, không thực hiện được bước này.",
            $"The session is {EnumNames.Of(state)}; this step is not possible from there."
        );
}
