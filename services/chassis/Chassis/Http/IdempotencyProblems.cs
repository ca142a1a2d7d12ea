using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Chassis.Http;

static class IdempotencyProblems
{
    public static ProblemDetails Missing() =>
        Problems.Create(
            StatusCodes.Status400BadRequest,
            "idempotency.key-required",
            "Thao tác này cần tiêu đề Idempotency-Key: một mã do bên gọi đặt, dùng lại khi gửi lại cùng yêu cầu.",
            "This operation needs the header Idempotency-Key: a code of the caller's choosing, used again when the same request is sent again."
        );

    public static ProblemDetails Malformed() =>
        Problems.Create(
            StatusCodes.Status400BadRequest,
            "idempotency.key-malformed",
            "Idempotency-Key phải có một lần, gồm 1 đến 255 ký tự ASCII nhìn thấy được; khi không kèm mã truy cập, ít nhất 16 ký tự khó đoán.",
            "Idempotency-Key must be given once, as 1 to 255 visible ASCII characters; without a token, at least 16 that cannot be guessed."
        );

    public static ProblemDetails Running() =>
        Problems.Create(
            StatusCodes.Status409Conflict,
            "idempotency.running",
            "Yêu cầu với Idempotency-Key này đang được xử lý. Thử lại sau giây lát.",
            "The request with this Idempotency-Key is still running. Try again in a moment."
        );

    public static ProblemDetails OtherRequest() =>
        Problems.Create(
            StatusCodes.Status422UnprocessableEntity,
            "idempotency.other-request",
            "Idempotency-Key này đã dùng cho một yêu cầu khác. Yêu cầu mới cần mã mới.",
            "This Idempotency-Key was used for another request. A new request needs a new key."
        );

    public static ProblemDetails NotKept(string? location) =>
        Problems.Create(
            StatusCodes.Status409Conflict,
            "idempotency.answer-not-kept",
            $"Yêu cầu đã hoàn tất; câu trả lời có nội dung chỉ đưa ra một lần nên không được lưu. Kết quả: {location}",
            $"The request was carried out; its answer is given only once and was not kept. The result: {location}"
        );
}
