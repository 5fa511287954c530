using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace PersonalDataHub.Hub;

/// <summary>Packs answers, but none to a request with cookies.</summary>
/// <remarks>
/// From the length of packed answers somebody who can make a browser ask again and again guesses what they hold (BREACH). A page of
/// another site can do so with cookies, which browsers add by themselves; it cannot with an API key in a header.
/// </remarks>
internal sealed class CookielessCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : IResponseCompressionProvider
{
    private readonly ResponseCompressionProvider packing = new(services, options);

    public ICompressionProvider? GetCompressionProvider(HttpContext context) => packing.GetCompressionProvider(context);

    public bool ShouldCompressResponse(HttpContext context) => packing.ShouldCompressResponse(context);

    public bool CheckRequestAcceptsCompression(HttpContext context) =>
        !context.Request.Headers.ContainsKey("Cookie") && packing.CheckRequestAcceptsCompression(context);
}
