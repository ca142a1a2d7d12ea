using System.Net;
using System.Net.Sockets;

namespace DanVan.Support;

/// <summary>A TCP proxy on loopback that can misbehave: put it between a service and its broker or database by giving the service the proxy's port.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly HashSet<Socket> sockets = [];
    readonly int target;
    long untilHold = long.MaxValue;
    volatile TaskCompletionSource requests = Opened();
    volatile TaskCompletionSource answers = Opened();

    public FaultProxy(int targetPort)
    {
        target = targetPort;
        listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Lets everything through again, what was held back first.</summary>
    public void Pass()
    {
        requests.TrySetResult();
        answers.TrySetResult();
    }

    /// <summary>Connections stay open and accept bytes; nothing arrives on either side.</summary>
    public void Blackhole()
    {
        requests = Closed();
        HoldAnswers();
    }

    /// <summary>What the near side sends arrives; nothing comes back.</summary>
    public void HoldAnswers() => answers = Closed();

    /// <summary>The same, by itself, when so many bytes more have come back: in the midst of whatever is under way then.</summary>
    public void HoldAnswersAfter(int bytes) => Interlocked.Exchange(ref untilHold, bytes);

    /// <summary>Cuts every connection with a TCP reset; new ones are let through.</summary>
    public void Reset()
    {
        lock (sockets)
        {
            foreach (var socket in sockets)
            {
                socket.LingerState = new(true, 0); // close answers with RST instead of FIN
                socket.Dispose();
            }
            sockets.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Pass();
        listener.Dispose();
        Reset();
        stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await listener.AcceptSocketAsync(stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // disposed
        }
    }

    async Task Serve(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        lock (sockets)
            sockets.UnionWith([near, far]);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            await Task.WhenAny(Copy(near, far, _ => requests), Copy(far, near, Answers));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the target is away, or Reset cut it
        }
        finally
        {
            near.Dispose();
            far.Dispose();
            lock (sockets)
                sockets.ExceptWith([near, far]);
        }
    }

    TaskCompletionSource Answers(int count)
    {
        if (Interlocked.Add(ref untilHold, -count) < 0 && Interlocked.Exchange(ref untilHold, long.MaxValue) < 0)
            HoldAnswers();
        return answers;
    }

    async Task Copy(Socket from, Socket to, Func<int, TaskCompletionSource> gate)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, stop.Token) is var count and > 0)
        {
            await gate(count).Task.WaitAsync(stop.Token);
            for (var sent = 0; sent < count; )
                sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), stop.Token);
        }
    }

    static TaskCompletionSource Closed() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    static TaskCompletionSource Opened()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
