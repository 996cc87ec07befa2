using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Muster.Testing;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Agreement;

/// <summary>Two real nodes over https, with certificates of the company's own authority.</summary>
public sealed class MeshTlsTests : IAsyncDisposable
{
    private const string Word = "of-the-test";

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    [Fact]
    public async Task Nodes_link_when_the_authority_that_they_trust_has_signed_the_other()
    {
        using var authority = Authority("Company");

        var mesh = await MeshOfTwoAsync(authority, trusted: authority);

        Assert.Equal("Reaches 1 of 1 other nodes, 0 through relay.", mesh.GetProperty("sentence").GetString());
    }

    [Fact]
    public async Task A_node_whose_certificate_another_authority_has_signed_gets_no_link()
    {
        using var authority = Authority("Company");
        using var other = Authority("Somebody else");

        var mesh = await MeshOfTwoAsync(authority, trusted: other);

        Assert.Contains(mesh.GetProperty("troubles").EnumerateArray(), trouble =>
            trouble.GetProperty("reason").GetString()!.Contains("SSL", StringComparison.Ordinal));
        Assert.Empty(mesh.GetProperty("links").EnumerateArray());
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    // As the first node sees it once it has a link, or knows why there is none.
    private async Task<JsonElement> MeshOfTwoAsync(X509Certificate2 authority, X509Certificate2 trusted)
    {
        await using var database = await TestDatabase.CreateAsync();
        var trust = Write("authority.pem", trusted.ExportCertificatePem());
        var certificate = Leaf(authority);
        using var first = Serve(database, "a", certificate, trust);
        using var client = new TestClient(await first.AddressAsync(), new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { authority },
            },
        });
        await client.SignInFirstAsync("admin", await first.FirstPassword);
        using var second = Serve(database, "b", certificate, trust);
        await second.AddressAsync();

        var seen = await TestCluster.UntilAsync(client, "/system/cluster", body =>
            body.GetProperty("mesh").GetProperty("links").GetArrayLength() > 0
            || body.GetProperty("mesh").GetProperty("troubles").GetArrayLength() > 0);
        return seen.Is(OK).Body.GetProperty("mesh");
    }

    private static MusterProcess Serve(TestDatabase database, string name, string certificate, string trust) =>
        MusterProcess.StartUnder(
            [
                "env",
                $"ASPNETCORE_Kestrel__Certificates__Default__Path={certificate}",
                $"ASPNETCORE_Kestrel__Certificates__Default__Password={Word}",
            ],
            "serve", "--database", database.ConnectionString, "--urls", "https://127.0.0.1:0",
            "--set", $"Server:Node={name}", "--set", $"Auth:Authority={trust}");

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(130));
    }

    private string Leaf(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, authority.NotBefore, authority.NotAfter, [1, 2, 3]);
        using var whole = signed.CopyWithPrivateKey(key);
        var path = Path.Combine(_folder.FullName, "node.pfx");
        File.WriteAllBytes(path, whole.Export(X509ContentType.Pfx, Word));
        return path;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
