using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Muster.Testing;

namespace Muster.Faults.Tests.Proxies;

/// <summary>nginx or HAProxy with the configuration of deploy/, of which only addresses are exchanged.</summary>
internal sealed class ProxyProcess : IDisposable
{
    private const string First = "10.0.0.11:7070";
    private const string Second = "10.0.0.12:7070";

    // Under the folder that it is started in: its usual places are not for ordinary users.
    private const string OwnPlaces = """
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
        """;

    private readonly Process _process;
    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    private ProxyProcess(string kind, int port, Uri first, Uri second)
    {
        var isNginx = kind == "nginx";
        var text = File.ReadAllText(
            Path.Combine(Accepted.Repository, "deploy", isNginx ? "nginx.conf" : "haproxy.cfg"));
        text = Exchange(text, First, first.Authority);
        text = Exchange(text, Second, second.Authority);
        text = Exchange(text, isNginx ? "        listen 80;" : "    bind :80\n",
            isNginx ? $"        listen 127.0.0.1:{port};" : $"    bind 127.0.0.1:{port}\n");
        text = isNginx ? Exchange(text, "http {\n", $"http {{\n{OwnPlaces}\n") : text;
        var file = Path.Combine(_folder.FullName, "proxy.conf");
        File.WriteAllText(file, text);
        _process = Process.Start(
            isNginx ? "nginx" : "haproxy",
            isNginx
                ? ["-p", _folder.FullName, "-c", file, "-e", "stderr",
                    "-g", "daemon off; master_process off; pid nginx.pid; error_log stderr;"]
                : ["-db", "-q", "-f", file]);
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri Address { get; }

    public static async Task<ProxyProcess> StartAsync(string kind, int port, Uri first, Uri second)
    {
        var proxy = new ProxyProcess(kind, port, first, second);
        try
        {
            await Until.FineAsync(TimeSpan.FromSeconds(5), proxy.TroubleAsync);
            return proxy;
        }
        catch
        {
            proxy.Dispose();
            throw;
        }
    }

    /// <summary>A port that nobody listens on at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string?> TroubleAsync()
    {
        using var http = new HttpClient();
        try
        {
            var answer = await http.GetAsync(new Uri(Address, "/health/live"));
            return answer.IsSuccessStatusCode ? null : $"It answers {answer.StatusCode}.";
        }
        catch (HttpRequestException refused) when (!_process.HasExited)
        {
            return refused.Message;
        }
    }

    private static string Exchange(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }
}
