namespace Muster.Server.Agreement;

/// <summary>What other nodes make of an address this one listens on.</summary>
internal static class NodeAddress
{
    /// <summary>"http://0.0.0.0:7070" is reached by the machine's name.</summary>
    public static string Reachable(string listening)
    {
        var uri = new UriBuilder(listening.Replace("//*", "//0.0.0.0").Replace("//+", "//0.0.0.0"));
        if (uri.Host is "0.0.0.0" or "[::]" or "")
        {
            uri.Host = Environment.MachineName;
        }

        return uri.Uri.GetLeftPart(UriPartial.Authority);
    }
}
