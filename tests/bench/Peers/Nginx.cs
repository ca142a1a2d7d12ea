using System.Diagnostics;
using System.Net;
using DanVan.Support;

namespace DanVan.Bench.Peers;

/// <summary>nginx as a fair peer: keep-alive to the upstream, HTTP/1.1, no access log.</summary>
public sealed class Nginx : IAsyncDisposable
{
    readonly Process process;
    readonly string folder;

    Nginx(Process process, string folder, int port) =>
        (this.process, this.folder, Address) = (process, folder, new Uri($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    public static async Task<Nginx> Start(Uri upstream)
    {
        var program = await Tools.Find("nginx", "nginx-light");
        var folder = System.IO.Directory.CreateTempSubdirectory("danvan-nginx").FullName;
        var port = Ports.Free();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nginx.conf"),
            $$"""
            worker_processes 2; daemon off; pid {{folder}}/pid; error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
                access_log off; client_body_temp_path {{folder}}; proxy_temp_path {{folder}};
                fastcgi_temp_path {{folder}}; uwsgi_temp_path {{folder}}; scgi_temp_path {{folder}};
                upstream service { server {{upstream.Authority}}; keepalive 64; }
                server {
                    listen 127.0.0.1:{{port}};
                    location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
                }
            }
            """
        );
        var nginx = new Nginx(Process.Start("setsid", [program, "-p", folder, "-c", Path.Combine(folder, "nginx.conf")])!, folder, port);
        using var http = new HttpClient { BaseAddress = nginx.Address };
        await Eventually.True("nginx to answer", async () => (await http.GetAsync("api/v1/units/x")).StatusCode == HttpStatusCode.OK);
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
