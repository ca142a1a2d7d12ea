using System.ComponentModel.DataAnnotations;

namespace DanVan.Chassis.Http;

/// <summary>The limits of the HTTP surface (section <c>Limits</c>). What goes beyond is refused, never queued without end.</summary>
public sealed class HttpLimits
{
    /// <summary>The largest body in bytes; 413 beyond. An endpoint may allow more.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int Body { get; set; } = 1024 * 1024;

    /// <summary>All headers together in bytes; 431 beyond.</summary>
    [Range(4096, 128 * 1024)]
    public int Headers { get; set; } = 32 * 1024;

    /// <summary>The number of headers; 431 beyond.</summary>
    [Range(10, 500)]
    public int HeaderCount { get; set; } = 100;

    /// <summary>Open connections; more are closed at once.</summary>
    [Range(10, 100_000)]
    public int Connections { get; set; } = 5000;

    /// <summary>Seconds for the headers to arrive; 408 beyond.</summary>
    [Range(1, 120)]
    public int HeaderSeconds { get; set; } = 15;

    /// <summary>Bytes a second that a sender or reader must keep up, after five seconds of grace.</summary>
    [Range(1, 1_000_000)]
    public int MinBytesPerSecond { get; set; } = 240;

    /// <summary>Seconds after which a handler is cancelled; 504. An endpoint may take longer.</summary>
    [Range(1, 600)]
    public int RequestSeconds { get; set; } = 30;
}
