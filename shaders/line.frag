in float vDistance;
in float vHalf;
in vec4 vColor;
in float vFog;
out vec4 color;

void main() {
    // Part of the pixel (a box one pixel wide) that the ribbon covers.
    float perPixel = max(fwidth(vDistance), 1e-6);
    float d = vDistance / perPixel, h = vHalf / perPixel;
    float covered = clamp(min(d + 0.5, h) - max(d - 0.5, -h), 0.0, 1.0);
    color = vec4(vColor.rgb, vColor.a * covered * (1.0 - clamp(vFog, 0.0, 1.0)));
}
