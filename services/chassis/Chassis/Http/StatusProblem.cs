using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Chassis.Http;

/// <summary>What a bare status says when nobody said more.</summary>
sealed record StatusProblem(string Code, string TitleVi, string TitleEn, string Vi, string En)
{
    static readonly Dictionary<int, StatusProblem> All = new()
    {
        [400] = new(
            "invalid-request",
            "Yêu cầu không hợp lệ",
            "Bad request",
            "Yêu cầu không đọc được. Kiểm tra lại địa chỉ, tham số và nội dung.",
            "The request cannot be read. Check the address, the parameters and the body."
        ),
        [401] = new(
            "unauthenticated",
            "Chưa xác thực",
            "Unauthenticated",
            "Cần một mã truy cập (Bearer) còn hiệu lực ở tiêu đề Authorization.",
            "A valid bearer token is needed in the Authorization header."
        ),
        [403] = new(
            "forbidden",
            "Không được phép",
            "Forbidden",
            "Mã truy cập không có quyền làm việc này.",
            "The token does not permit this operation."
        ),
        [404] = new(
            "not-found",
            "Không tìm thấy",
            "Not found",
            "Không có tài nguyên này, hoặc người gọi không được biết đến nó.",
            "There is no such resource, or the caller may not know of it."
        ),
        [405] = new(
            "method-not-allowed",
            "Phương thức không được phép",
            "Method not allowed",
            "Tài nguyên này không nhận phương thức đó; tiêu đề Allow cho biết phương thức được nhận.",
            "This resource does not take the method; the Allow header says which it takes."
        ),
        [406] = new(
            "not-acceptable",
            "Không có dạng được yêu cầu",
            "Not acceptable",
            "Không có dạng dữ liệu mà Accept yêu cầu.",
            "There is no representation that Accept asks for."
        ),
        [408] = new(
            "request-timeout",
            "Quá thời gian gửi",
            "Request timeout",
            "Yêu cầu được gửi quá chậm.",
            "The request was sent too slowly."
        ),
        [409] = new("conflict", "Xung đột", "Conflict", "Trạng thái hiện tại không cho phép.", "The present state does not allow it."),
        [410] = new("gone", "Không còn", "Gone", "Tài nguyên này không còn nữa.", "This resource is gone."),
        [412] = new(
            "stale-version",
            "Phiên bản đã cũ",
            "Precondition failed",
            "Tài nguyên đã thay đổi từ khi được đọc. Đọc lại rồi gửi If-Match với ETag mới.",
            "The resource has changed since it was read. Read it again and send If-Match with the new ETag."
        ),
        [413] = new(
            "body-too-large",
            "Nội dung quá lớn",
            "Content too large",
            "Nội dung vượt giới hạn của thao tác này.",
            "The body is larger than this operation takes."
        ),
        [415] = new(
            "unsupported-media-type",
            "Kiểu nội dung không được nhận",
            "Unsupported media type",
            "Thao tác này nhận application/json (UTF-8), trừ khi tài liệu nói khác.",
            "This operation takes application/json (UTF-8) unless its documentation says otherwise."
        ),
        [428] = new(
            "if-match-required",
            "Thiếu If-Match",
            "Precondition required",
            "Cần tiêu đề If-Match với ETag của phiên bản đã đọc.",
            "The header If-Match with the ETag of the version that was read is needed."
        ),
        [429] = new(
            "too-many-requests",
            "Quá nhiều yêu cầu",
            "Too many requests",
            "Đã vượt hạn mức. Thử lại sau thời gian ghi ở Retry-After.",
            "The quota is used up. Try again after the time in Retry-After."
        ),
        [431] = new(
            "headers-too-large",
            "Tiêu đề quá lớn",
            "Request header fields too large",
            "Các tiêu đề vượt giới hạn.",
            "The headers are larger than allowed."
        ),
        [500] = new(
            "internal-error",
            "Lỗi hệ thống",
            "Internal error",
            "Đã có lỗi. Khi báo lỗi xin gửi kèm traceId.",
            "Something went wrong. Please quote the traceId when reporting it."
        ),
        [502] = new(
            "bad-gateway",
            "Dịch vụ không trả lời",
            "Bad gateway",
            "Dịch vụ phía sau không trả lời.",
            "The service behind did not answer."
        ),
        [503] = new(
            "unavailable",
            "Tạm thời không phục vụ",
            "Service unavailable",
            "Tạm thời không phục vụ được. Gửi lại với cùng Idempotency-Key là an toàn.",
            "Not available for the moment. Sending it again with the same Idempotency-Key is safe."
        ),
        [504] = new(
            "timeout",
            "Quá thời gian xử lý",
            "Timeout",
            "Xử lý quá thời gian cho phép. Gửi lại với cùng Idempotency-Key là an toàn.",
            "It took longer than allowed. Sending it again with the same Idempotency-Key is safe."
        ),
    };

    /// <summary>The title of a status in the language of the request.</summary>
    public static string TitleOf(int status) => Of(status) is var problem ? Phrases.Of(problem.TitleVi, problem.TitleEn) : "";

    /// <summary>Fills what a problem made elsewhere lacks.</summary>
    public static void Complete(ProblemDetails problem, int status)
    {
        var known = Of(status);
        problem.Type = Problems.TypePrefix + known.Code;
        problem.Title = Phrases.Of(known.TitleVi, known.TitleEn);
        problem.Detail ??= Phrases.Of(known.Vi, known.En);
        problem.Extensions["code"] = known.Code;
    }

    /// <summary>The problem of a bare status.</summary>
    public static ProblemDetails Details(int status)
    {
        var problem = new ProblemDetails { Status = status };
        Complete(problem, status);
        return problem;
    }

    /// <summary>Gives a body to an answer that ended as a bare error status.</summary>
    public static Task Write(HttpContext context) => Problems.Write(context, Details(context.Response.StatusCode));

    static StatusProblem Of(int status) =>
        All.TryGetValue(status, out var known) ? known
        : status >= 500 ? All[500]
        : All[400];
}
