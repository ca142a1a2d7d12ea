using DanVan.Chassis;
using DanVan.Chassis.Http;

namespace DanVan.Petitions;

/// <summary>Every no of this service, with its reason. None repeats what was entered.</summary>
static partial class Refused
{
    public static readonly Rejection UnknownUnit = new(
        "petitions.unknown-unit",
        "Không có đơn vị này trong phạm vi của người gọi vào ngày đó.",
        "There is no such unit within the caller's reach on that day.",
        404,
        "unitId"
    );

    public static readonly Rejection UnknownRule = new(
        "petitions.unknown-rule",
        "Không có quy tắc thời hạn này; xem /api/v1/petitions/deadlines/rules.",
        "There is no such rule; see /api/v1/petitions/deadlines/rules.",
        400,
        "rule"
    );

    public static readonly Rejection DenouncerIsAnIndividual = new(
        "petitions.denouncer-must-be-individual",
        "Chỉ cá nhân mới có quyền tố cáo (Luật Tố cáo Đ2).",
        "Only an individual may denounce (Luật Tố cáo Đ2).",
        Field: "petitioner.type"
    );

    public static readonly Rejection ForwardingBodyMissing = new(
        "petitions.forwarding-body-missing",
        "Đơn do cơ quan khác chuyển đến phải ghi nơi chuyển, vì phải báo kết quả cho nơi đó (Luật Tiếp công dân Đ27.2).",
        "A petition that another body sent on must name that body: the result is owed to it (Luật Tiếp công dân Đ27.2).",
        Field: "forwardedBy"
    );

    public static readonly Rejection NoOnlineReceptionYet = new(
        "petitions.no-online-reception-yet",
        "Tiếp công dân trực tuyến chỉ có từ ngày 01/07/2026 (Luật Tiếp công dân Đ3a).",
        "Online reception exists only since 01/07/2026 (Luật Tiếp công dân Đ3a).",
        Field: "channel"
    );

    public static readonly Rejection IdentityInSummary = new(
        "petitions.identity-in-text",
        "Phần này không niêm phong nên không được chứa họ tên, địa chỉ, số điện thoại hoặc số giấy tờ của người gửi đơn.",
        "This text is not sealed, so it may not hold the petitioner's name, address, phone or identity number.",
        400,
        "summary"
    );

    public static readonly Rejection NotCompetentForComplaints = new(
        "petitions.not-competent",
        "Đơn vị này tiếp nhận, hướng dẫn, theo dõi; giải quyết khiếu nại thuộc người đứng đầu cơ quan hành chính (Luật Khiếu nại Đ17, Đ21.2).",
        "This unit receives, guides and follows up; complaints are resolved by the heads of administrative bodies (Luật Khiếu nại Đ17, Đ21.2)."
    );

    public static readonly Rejection NotCompetentForDenunciations = new(
        "petitions.not-competent",
        "Đơn vị này không giải quyết tố cáo mà chuyển đến nơi có thẩm quyền trong 5 ngày làm việc (Luật Tố cáo Đ24.2).",
        "This unit does not resolve denunciations; it forwards them to the competent body within 5 working days (Luật Tố cáo Đ24.2)."
    );

    public static readonly Rejection Anonymous = new(
        "petitions.anonymous",
        "Đơn không có họ tên, địa chỉ người viết thì không đủ điều kiện xử lý (TT 05/2021/TT-TTCP Đ6.2).",
        "A petition without its writer's name and address is not eligible (TT 05/2021/TT-TTCP Đ6.2)."
    );

    public static readonly Rejection AnonymousDenunciation = new(
        "petitions.anonymous-denunciation",
        "Tố cáo nặc danh không được thụ lý; có tài liệu, chứng cứ cụ thể thì dùng làm thông tin thanh tra, kiểm tra (Luật Tố cáo Đ25.2).",
        "An anonymous denunciation is not accepted; with concrete evidence it serves as inspection information (Luật Tố cáo Đ25.2)."
    );

    public static readonly Rejection ForwardedToItself = new(
        "petitions.forwarded-to-itself",
        "Không thể chuyển đơn cho chính đơn vị đang giữ đơn.",
        "A petition cannot be forwarded to the unit that holds it.",
        Field: "toUnitId"
    );

    public static readonly Rejection ComplaintsAreGuided = new(
        "petitions.complaints-are-guided",
        "Khiếu nại không thuộc thẩm quyền thì hướng dẫn người khiếu nại (TT 07/2014 Đ8); chỉ nơi tiếp công dân được chuyển, từ ngày 01/07/2026 (Luật Tiếp công dân Đ26.1b).",
        "A complaint that is not within competence is guided, not forwarded (TT 07/2014 Đ8); only reception may forward it, since 01/07/2026 (Luật Tiếp công dân Đ26.1b)."
    );

    public static readonly Rejection DenunciationsAreExtended = new(
        "petitions.denunciations-are-extended",
        "Thời hạn giải quyết tố cáo kéo dài bằng quyết định gia hạn (Luật Tố cáo Đ30.2-3): dùng extensions.",
        "A denunciation's limit becomes longer by an extension decision (Luật Tố cáo Đ30.2-3): use extensions."
    );

    public static readonly Rejection ComplaintsAreFoundComplex = new(
        "petitions.complaints-are-found-complex",
        "Khiếu nại không có gia hạn; vụ việc phức tạp thì có văn bản xác định (Luật Khiếu nại Đ28): dùng complexity-finding.",
        "A complaint is not extended; a complex one is found so in writing (Luật Khiếu nại Đ28): use complexity-finding."
    );

    public static readonly Rejection NoLimitToExtend = new(
        "petitions.no-limit-to-extend",
        "Luật không định thời hạn giải quyết kiến nghị, phản ánh nên không có gì để kéo dài.",
        "The law sets no limit for resolving proposals and feedback, so there is nothing to extend."
    );

    public static readonly Rejection NoLimitToSuspend = new(
        "petitions.no-limit-to-suspend",
        "Luật không định thời hạn giải quyết kiến nghị, phản ánh nên không có gì để tạm đình chỉ.",
        "The law sets no limit for resolving proposals and feedback, so there is nothing to suspend."
    );

    public static readonly Rejection NoSuspensionYet = new(
        "petitions.no-suspension-yet",
        "Vào ngày đó luật chưa cho tạm đình chỉ loại đơn này (Luật Khiếu nại Đ11a.4; Luật Tố cáo Đ34).",
        "On that day the law did not let this kind be suspended yet (Luật Khiếu nại Đ11a.4; Luật Tố cáo Đ34).",
        Field: "decidedOn"
    );

    public static readonly Rejection AlreadyComplex = new(
        "petitions.already-complex",
        "Vụ việc đã được xác định là phức tạp; thời hạn dài nhất đang áp dụng.",
        "The case was already found complex; the longest limit applies."
    );

    public static readonly Rejection NoFurtherExtension = new(
        "petitions.no-further-extension",
        "Phức tạp được gia hạn một lần, đặc biệt phức tạp (từ hai tiêu chí) hai lần (Luật Tố cáo Đ30.2-3; NĐ 31/2019 Đ3).",
        "A complex case is extended once, a specially complex one (two criteria or more) twice (Luật Tố cáo Đ30.2-3; NĐ 31/2019 Đ3)."
    );

    public static readonly Rejection ExtensionTooLong = new(
        "petitions.extension-too-long",
        "Mỗi lần gia hạn không quá 30 ngày (Luật Tố cáo Đ30.2-3).",
        "One extension adds at most 30 days (Luật Tố cáo Đ30.2-3).",
        Field: "days"
    );

    public static readonly Rejection NoIdentity = new(
        "petitions.no-identity",
        "Đơn này không có danh tính được niêm phong.",
        "No identity is sealed for this petition.",
        404
    );

    public static Rejection UnknownUnitAt(string field) =>
        new("petitions.unknown-unit", "Không có đơn vị này vào ngày đó.", "There is no such unit on that day.", 400, field);

    public static readonly Rejection NothingToSearch = new(
        "petitions.nothing-to-search",
        "Phải có ít nhất một từ hoặc một số để tìm.",
        "There must be at least one word or number to look for.",
        400,
        "q"
    );

    public static Rejection NoSuchUnit(string field) => UnknownUnit with { Field = field };

    public static Rejection NoRuleInForce(string field) =>
        new(
            "petitions.no-rule-in-force",
            "Không có thời hạn nào của luật áp dụng cho ngày hoặc điều kiện này; xem /api/v1/petitions/deadlines/rules.",
            "No time limit of the law is in force for this day or condition; see /api/v1/petitions/deadlines/rules.",
            Field: field
        );

    public static Rejection InTheFuture(string field) =>
        new("petitions.date-in-the-future", "Ngày không được ở tương lai.", "The date may not be in the future.", Field: field);

    public static Rejection BeforeThePreviousStep(string field) =>
        new(
            "petitions.date-before-previous-step",
            "Ngày không được trước bước liền trước.",
            "The date may not be before the previous step.",
            Field: field
        );

    public static Rejection LimitHasPassed(string field) =>
        new(
            "petitions.limit-has-passed",
            "Phải quyết định trước khi thời hạn hiện tại kết thúc.",
            "It must be decided before the current limit has passed.",
            Field: field
        );

    public static Rejection ComplexityGroundMissing(string field) =>
        new(
            "petitions.complexity-ground-missing",
            "Phải nêu ít nhất một trong bảy căn cứ phức tạp (NĐ 155/2026 Đ3a; NĐ 31/2019 Đ3).",
            "At least one of the seven grounds of complexity must be named (NĐ 155/2026 Đ3a; NĐ 31/2019 Đ3).",
            Field: field
        );

    public static Rejection InState(PetitionState state) =>
        new(
            "petitions.wrong-state",
            $"Đơn đang ở trạng thái {EnumNames.Of(state)}, không thực hiện được bước này.",
            $"The petition is {EnumNames.Of(state)}; this step is not possible from there."
        );

    public static Rejection UnknownGround(PetitionKind kind, IReadOnlyList<Ground> grounds)
    {
        var codes = string.Join(", ", grounds.Where(g => g.Kind is null || g.Kind == kind).Select(g => g.Code));
        return new(
            "petitions.unknown-ground",
            $"Căn cứ phải là một trong: {codes}.",
            $"The ground must be one of: {codes}.",
            400,
            "ground"
        );
    }

    public static Rejection OutcomeOfAnotherKind(PetitionKind kind)
    {
        var allowed = string.Join(", ", Outcomes.Of(kind).Select(EnumNames.Of));
        return new(
            "petitions.outcome-of-another-kind",
            $"Kết quả của loại đơn này là một trong: {allowed}.",
            $"This kind ends with one of: {allowed}.",
            Field: "outcome"
        );
    }
}
