using System.Net;
using System.Net.Sockets;

namespace Ledger.Faults.Tests.Wire;

/// <summary>What is to happen to a connection that goes through the wire.</summary>
internal enum Cut
{
    /// <summary>Nothing: all passes.</summary>
    None,

    /// <summary>What the client sends next does not arrive, and the connection ends.</summary>
    Requests,

    /// <summary>What the client sends next arrives, but the answer does not, and the connection ends.</summary>
    Answers,
}

/// <summary>Stands between the program and the server, and cuts a connection when it is told to.</summary>
internal sealed class CuttableWire : IAsyncDisposable
{
    // Long enough for the server to do what it was asked.
    private static readonly TimeSpan BeforeCutting = TimeSpan.FromMilliseconds(300);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly EndPoint server;
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private readonly List<Task> carrying = [];
    private Cut next;

    public CuttableWire(string socketFolder, int port)
    {
        server = new UnixDomainSocketEndPoint(Path.Combine(socketFolder, $".s.PGSQL.{port}"));
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Cuts the connection on which something is sent next; those after it are whole again.</summary>
    public void CutNext(Cut how) => next = how;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(carrying).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
            carrying.Add(CarryAsync(await listener.AcceptSocketAsync(stop.Token)));
    }

    private async Task CarryAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await far.ConnectAsync(server, stop.Token);
        var back = PassAsync(far, near, _ => Task.FromResult(true));
        var there = PassAsync(near, far, async bytes =>
        {
            var cut = Interlocked.Exchange(ref next, Cut.None);
            if (cut == Cut.None)
                return true;

            // The answer cannot get through any more, whatever the server does.
            near.Shutdown(SocketShutdown.Send);
            if (cut == Cut.Answers)
                await far.SendAsync(bytes, stop.Token);

            await Task.Delay(BeforeCutting, stop.Token);
            return false;
        });
        await Task.WhenAny(there, back);
    }

    private async Task PassAsync(Socket from, Socket to, Func<ReadOnlyMemory<byte>, Task<bool>> may)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReceiveAsync(buffer, stop.Token)) > 0 && await may(buffer.AsMemory(0, read)))
                await to.SendAsync(buffer.AsMemory(0, read), stop.Token);
        }
        catch (SocketException)
        {
            // One of the two is gone; so is the other then.
        }
    }
}
